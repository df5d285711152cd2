/** What a command needs of the process around it. */
export interface CliIo {
  env: Readonly<Record<string, string | undefined>>
  /** The folder it was started in. */
  cwd: string
  print(text: string): void
  printError(text: string): void
  /** All that comes in on stdin, in pieces. */
  stdin: AsyncIterable<string | Uint8Array>
  /** Whether what is printed is read in a terminal. */
  isTerminal: boolean
  /** Characters in a line. */
  columns: number
}

/** 0: all is right. 1: something is wrong. 2: used wrongly. */
export type ExitCode = 0 | 1 | 2
