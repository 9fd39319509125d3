/**
 * fast-check, drawing the same cases in every run: what stops a change from landing must be that change, not the luck
 * of a draw. `npm run fuzz` draws others, with its seeds in `FAST_CHECK_SEED`; a failure prints its seed and path.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_128) });

export default fc;
