import type { Colors } from '../terminal/colors.ts'
import { wrap } from '../terminal/wrap.ts'
import { CHECKS, type CheckResult } from './check-result.ts'

const MARKS = { pass: '✓', fail: '✗', skip: '–' } as const
const TITLE_WIDTH = Math.max(...Object.values(CHECKS).map(({ title }) => title.length))
/** Mark, title and the gaps around them. */
const INDENT = 4 + TITLE_WIDTH + 2
const WIDEST = 110
const NARROWEST = INDENT + 30

/** The results for a person: by place, what is wrong with its cause, its cure and where to read on. */
export function formatReport(results: readonly CheckResult[], colors: Colors, columns: number): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const groups = [...new Set(results.map(({ check }) => CHECKS[check].group))]
  const parts = groups.map((group) => {
    const own = results.filter(({ check }) => CHECKS[check].group === group)
    const isUntouched = own.every(({ state }) => state === 'skip')
    const [first] = own
    // A place that nobody asked about takes one line.
    if (isUntouched && first && new Set(own.map(({ what }) => what)).size === 1) {
      const lines = wrap(`Not looked at. ${first.what}`, width - 4)
      const marked = lines.map((line, index) => colors.dim(`  ${index === 0 ? MARKS.skip : ' '} ${line}`))
      return [colors.strong(group), ...marked].join('\n')
    }
    return [colors.strong(group), ...own.flatMap((result) => formatResult(result, colors, width))].join('\n')
  })
  return ['', ...parts.flatMap((part) => [part, '']), summarize(results, colors)].join('\n')
}

function formatResult(result: CheckResult, colors: Colors, width: number): string[] {
  const { state, what } = result
  const [mark, title] = [MARKS[state], CHECKS[result.check].title.padEnd(TITLE_WIDTH)]
  const [first = '', ...rest] = wrap(what, width - INDENT)
  const following = rest.map((line) => ' '.repeat(INDENT) + line)
  if (state === 'skip') return [`  ${mark} ${title}  ${first}`, ...following].map(colors.dim)
  if (state === 'pass') return [`  ${colors.good(mark)} ${title}  ${first}`, ...following]
  return [
    `  ${colors.bad(mark)} ${colors.bad(title)}  ${colors.strong(first)}`,
    ...following.map(colors.strong),
    ...detail('Why', result.why, colors, width),
    ...detail('Fix', result.fix, colors, width),
    ...detail('See', result.docs, colors, width),
  ]
}

function detail(label: string, text: string, colors: Colors, width: number): string[] {
  const indent = ' '.repeat(INDENT)
  return wrap(text, width - INDENT - 5).map((line, index) =>
    index === 0 ? `${indent}${colors.dim(label)}  ${line}` : `${indent}     ${line}`,
  )
}

function summarize(results: readonly CheckResult[], colors: Colors): string {
  const count = (state: CheckResult['state']) => results.filter((result) => result.state === state).length
  const [isRight, isWrong, isSkipped] = [count('pass'), count('fail'), count('skip')]
  const wrongs = isWrong === 0 ? colors.good('nothing wrong') : colors.bad(`${isWrong} wrong`)
  return `${isRight} right, ${wrongs}${isSkipped === 0 ? '' : `, ${isSkipped} not looked at`}.`
}
