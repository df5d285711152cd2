import type { CliIo } from './command.ts'

export type Colors = ReturnType<typeof createColors>

/** Colors for a terminal whose owner wants them (see no-color.org); none elsewhere. They say nothing that the text does not. */
export function createColors({ env, isTerminal }: Pick<CliIo, 'env' | 'isTerminal'>) {
  const isColored = isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
  const style = (on: number, off: number) => (text: string) =>
    isColored ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return { good: style(32, 39), bad: style(31, 39), strong: style(1, 22), dim: style(2, 22) }
}

/** What a terminal obeys instead of showing it; log lines and answers may hold anything. */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}]/gu

/** Breaks a text at its spaces; longer words stay whole. What a terminal would obey is replaced. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.replaceAll(CONTROLS, '\uFFFD').split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...lines, line]
  })
}

type Style = (text: string) => string

/** A text that is wrapped behind a label. */
export function label(
  head: string,
  text: string,
  width: number,
  [styleHead, styleText]: readonly [Style, Style],
): string[] {
  return wrap(text, width - head.length).map(
    (line, index) => (index === 0 ? styleHead(head) : ' '.repeat(head.length)) + styleText(line),
  )
}
