import type { CliIo } from '../lib/cli-io.ts'

/** Colors, which say nothing that the text does not say as well. */
export interface Colors {
  good(text: string): string
  bad(text: string): string
  strong(text: string): string
  dim(text: string): string
}

/** Colors for a terminal whose owner wants them (see no-color.org); none elsewhere. */
export function createColors({ env, isTerminal }: Pick<CliIo, 'env' | 'isTerminal'>): Colors {
  const isColored = isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
  const style = (on: number, off: number) => (text: string) =>
    isColored ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return { good: style(32, 39), bad: style(31, 39), strong: style(1, 22), dim: style(2, 22) }
}
