/**
 * The files, as the core sees them: by URI, read only. Node, a browser client and the tests each supply one.
 * No method rejects for a file that is absent or cannot be read: it answers `undefined` or an empty list.
 */
export interface FileSystem {
  /** What is at `uri`, symbolic links followed; `undefined` when nothing is there or it cannot be read. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** The entries of a directory, in no particular order, each with its bare name; empty when there is none. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /** The file decoded as UTF-8: a byte order mark stays as U+FEFF, invalid bytes become U+FFFD. */
  readText(uri: string): Promise<string | undefined>;
  /**
   * What the bytes of the file are, whatever an editor makes of them: Claude Code reads UTF-8 and nothing else.
   * `undefined` where there is no file; left out where nobody can tell.
   */
  readEncoding?(uri: string): Promise<TextEncoding | undefined>;
}

/** `other`: some bytes are not UTF-8, as in a file in Windows-1252. */
export type TextEncoding = 'utf-8' | 'utf-16' | 'other';

export interface FileStat {
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** The URI after all symbolic links are resolved, where the file system can tell. */
  readonly realUri?: string;
}

export type FileType = 'file' | 'directory' | 'other';

export interface DirectoryEntry {
  readonly name: string;
  /** Of the target where the entry is a symbolic link. */
  readonly type: FileType;
  /** The entry is a symbolic link, so that whoever walks on must beware of cycles. */
  readonly link?: true;
}
