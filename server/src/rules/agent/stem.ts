/** The file's name without `.md`, decoded: what a plugin's agent without a name goes by. */
export function stemOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.md$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
