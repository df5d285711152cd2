/** What a terminal obeys instead of showing it; log lines and answers may hold anything. */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}]/gu

/**
 * Breaks a text into lines at its spaces. Words that are longer than a line stay whole, so that addresses can be
 * copied. What a terminal would obey is replaced.
 *
 * @param width Characters in a line.
 */
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
