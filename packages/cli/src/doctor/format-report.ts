import type { Colors } from '../terminal/colors.ts'
import { wrap } from '../terminal/wrap.ts'
import { CHECKS, type Finding } from './finding.ts'

const MARKS = { right: '✓', wrong: '✗', skipped: '–' } as const
const TITLE_WIDTH = Math.max(...Object.values(CHECKS).map(({ title }) => title.length))
/** Mark, title and the gaps around them. */
const INDENT = 4 + TITLE_WIDTH + 2
const WIDEST = 110
const NARROWEST = INDENT + 30

/** The findings for a person: by place, what is wrong with its cause, its cure and where to read on. */
export function formatReport(findings: readonly Finding[], paint: Colors, columns: number): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const groups = [...new Set(findings.map(({ check }) => CHECKS[check].group))]
  const parts = groups.map((group) => {
    const own = findings.filter(({ check }) => CHECKS[check].group === group)
    const isUntouched = own.every(({ state }) => state === 'skipped')
    const [first] = own
    // A place that nobody asked about takes one line.
    if (isUntouched && first && new Set(own.map(({ what }) => what)).size === 1) {
      const lines = wrap(`Not looked at. ${first.what}`, width - 4)
      const marked = lines.map((line, index) => paint.quiet(`  ${index === 0 ? MARKS.skipped : ' '} ${line}`))
      return [paint.strong(group), ...marked].join('\n')
    }
    return [paint.strong(group), ...own.flatMap((finding) => formatFinding(finding, paint, width))].join('\n')
  })
  return ['', ...parts.flatMap((part) => [part, '']), summarize(findings, paint)].join('\n')
}

function formatFinding(finding: Finding, paint: Colors, width: number): string[] {
  const { state, what } = finding
  const [mark, title] = [MARKS[state], CHECKS[finding.check].title.padEnd(TITLE_WIDTH)]
  const [first = '', ...rest] = wrap(what, width - INDENT)
  const following = rest.map((line) => ' '.repeat(INDENT) + line)
  if (state === 'skipped') return [`  ${mark} ${title}  ${first}`, ...following].map(paint.quiet)
  if (state === 'right') return [`  ${paint.good(mark)} ${title}  ${first}`, ...following]
  return [
    `  ${paint.bad(mark)} ${paint.bad(title)}  ${paint.strong(first)}`,
    ...following.map(paint.strong),
    ...detail('Why', finding.why, paint, width),
    ...detail('Fix', finding.fix, paint, width),
    ...detail('See', finding.docs, paint, width),
  ]
}

function detail(label: string, text: string, paint: Colors, width: number): string[] {
  const indent = ' '.repeat(INDENT)
  return wrap(text, width - INDENT - 5).map((line, index) =>
    index === 0 ? `${indent}${paint.quiet(label)}  ${line}` : `${indent}     ${line}`,
  )
}

function summarize(findings: readonly Finding[], paint: Colors): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const [isRight, isWrong, isSkipped] = [count('right'), count('wrong'), count('skipped')]
  const wrongs = isWrong === 0 ? paint.good('nothing wrong') : paint.bad(`${isWrong} wrong`)
  return `${isRight} right, ${wrongs}${isSkipped === 0 ? '' : `, ${isSkipped} not looked at`}.`
}
