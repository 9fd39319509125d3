/** The report's style: light and dark by the reader's own choice, narrow screens and paper included. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1d2430; --soft: #5a6475; --line: #dde2ea; --link: #0b5cad;
  --met: #17703a; --met-back: #e3f4e8; --open: #8a5a00; --open-back: #fdf1d8;
  --missing: #b0232f; --missing-back: #fce6e8; --none-back: #eceff4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171d; --card: #1c2129; --text: #e4e8ef; --soft: #9aa5b5; --line: #303845; --link: #7db7f5;
    --met: #7fd69b; --met-back: #1b3526; --open: #f0c36a; --open-back: #3a2f16;
    --missing: #ff9aa2; --missing-back: #42202a; --none-back: #2a313c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
header:not(:first-child) { margin-top: 4rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .9rem; font-size: 1.15rem; }
h3 { margin: 0; font-size: 1.02rem; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.kind { margin: 0 0 .2rem; color: var(--soft); font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; }
.lead { margin: .5rem 0 0; color: var(--soft); }
.path { color: var(--soft); font: .82em/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.figures { display: flex; flex-wrap: wrap; gap: .9rem; margin: 1.6rem 0 0; }
.figures div { flex: 1 1 12rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.figures dd { margin: 0; font-size: 1.45rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.figures dt { color: var(--soft); font-size: .86rem; }
.gaps, .states, .plain { margin: 0; padding: 0; list-style: none; }
.gaps { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.gaps li { display: flex; gap: .7rem; padding: .55rem 1rem; align-items: baseline; }
.gaps li > div { min-width: 0; }
.gaps b { font-weight: 600; }
.who { margin: .1rem 0 0; color: var(--soft); font-size: .92rem; }
.who p { margin: .3rem 0; }
.who summary { width: fit-content; cursor: pointer; }
summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gaps li + li { border-top: 1px solid var(--line); }
.sign { display: inline-grid; place-items: center; flex: none; width: 1.55em; height: 1.55em; border-radius: 50%; font-weight: 700; line-height: 1; background: var(--none-back); color: var(--soft); }
.sign.met { color: var(--met); background: var(--met-back); }
.sign.partial, .sign.unfilled, .sign.unknown { color: var(--open); background: var(--open-back); }
.sign.missing { color: var(--missing); background: var(--missing-back); }
.scroll { overflow: auto; max-height: 92vh; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.matrix { border-collapse: separate; border-spacing: 0; min-width: 100%; }
.matrix th, .matrix td { position: relative; padding: .5rem .45rem; border-bottom: 1px solid var(--line); text-align: center; }
.matrix tbody tr:last-child > * { border-bottom: 0; }
.matrix th:first-child { position: sticky; left: 0; z-index: 1; background: var(--card); text-align: left; padding-left: 1rem; overflow-wrap: anywhere; min-width: 9rem; max-width: 22rem; }
.matrix th:first-child .path { display: block; font-weight: 400; }
.matrix thead th { position: sticky; top: 0; z-index: 2; background: var(--card); vertical-align: bottom; font-size: .84rem; font-weight: 600; line-height: 1.25; }
.matrix thead th:first-child { z-index: 3; }
.matrix thead th span { display: inline-block; max-height: 12rem; writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; overflow-wrap: break-word; }
.matrix td a { display: inline-block; text-decoration: none; }
.matrix tbody tr:hover > * { background: color-mix(in srgb, var(--none-back) 55%, var(--card)); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; color: var(--soft); font-size: .86rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: .9rem; }
article { padding: 1rem 1.1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; scroll-margin-top: 1rem; }
article:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
article p { margin: .15rem 0; }
.size { color: var(--soft); font-size: .88rem; font-variant-numeric: tabular-nums; }
.bar { height: 5px; margin: .45rem 0 .8rem; border-radius: 3px; background: var(--none-back); overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--link); }
.states li { display: flex; gap: .6rem; padding: .25rem 0; align-items: baseline; font-size: .92rem; }
.states .sign { font-size: .8rem; }
.states b { font-weight: 600; }
.lacks { margin-top: .7rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .92rem; }
nav { margin-bottom: 3rem; }
nav h1 { margin-bottom: .8rem; }
.plain li { padding: .15rem 0; }
@media (max-width: 36rem) {
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .figures { gap: .6rem; }
  .figures div { flex-basis: 100%; padding: .6rem 1rem; }
  .matrix th:first-child { min-width: 7.5rem; max-width: 8.5rem; padding-left: .7rem; font-size: .86rem; }
  .matrix th, .matrix td { padding: .45rem .35rem; }
}
@media (forced-colors: active) { .sign { border: 1px solid; } }
@media print { body { background: #fff; } .scroll { max-height: none; overflow: visible; } .figures div, .gaps li, article { break-inside: avoid; } }
`;
