// A reporter for node:test that writes nothing but the final counts, as JSON, for `npm test` to add up.
export default async function* countingReporter(events) {
  for await (const event of events) {
    // The summary without a file is that of the whole run.
    if (event.type === 'test:summary' && event.data.file === undefined)
      yield JSON.stringify(event.data.counts);
  }
}
