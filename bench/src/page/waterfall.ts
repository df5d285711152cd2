import { median } from '../measure/median.ts'

/** Something that took time. Milliseconds, `from` since the press of the button. */
export interface Span {
  name: string
  from: number
  ms: number
}

/** One visit, from the press of the button to the frame's navigation. */
export interface Visit {
  spans: Span[]
  /** Until the first words of the dialog are drawn; null: there is no dialog before the frame. */
  drawnMs: number | null
  /** From consent until the frame navigates; from the press where nothing is consented to. */
  frameMs: number
}

/** What a customer waits for, but for what they read: medians of the visits, in milliseconds. */
export function summarize(visits: readonly Visit[]) {
  const drawn = visits.flatMap(({ drawnMs }) => (drawnMs === null ? [] : [drawnMs]))
  return {
    drawnMs: drawn.length === 0 ? null : median(drawn),
    frameMs: median(visits.map(({ frameMs }) => frameMs)),
    waitedMs: median(visits.map(({ drawnMs, frameMs }) => (drawnMs ?? 0) + frameMs)),
  }
}

const WIDTH = 40

/** A line for each span, with its bar. */
export function drawWaterfall(spans: readonly Span[]): string[] {
  const end = Math.max(1, ...spans.map(({ from, ms }) => from + ms))
  const column = (ms: number) => Math.round((Math.max(0, ms) / end) * WIDTH)
  const nameWidth = Math.max(...spans.map(({ name }) => name.length))
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ name, from, ms }) => {
      const start = column(from)
      const bar = '='.repeat(Math.max(1, column(from + ms) - start))
      const times = `${from.toFixed(0).padStart(5)} +${ms.toFixed(0).padStart(5)} ms`
      return `${name.padEnd(nameWidth)} ${times}  ${' '.repeat(start)}${bar}`
    })
}
