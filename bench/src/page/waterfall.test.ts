import { expect, test } from 'vitest'
import { drawWaterfall, summarize } from './waterfall.ts'

test('what a customer waits for is the dialog and then the frame', () => {
  const visit = (drawnMs: number | null, frameMs: number) => ({ spans: [], drawnMs, frameMs })
  expect(summarize([visit(300, 200), visit(500, 100), visit(400, 900)])).toEqual({
    drawnMs: 400,
    frameMs: 200,
    waitedMs: 600,
  })
  expect(summarize([visit(null, 700)])).toEqual({ drawnMs: null, frameMs: 700, waitedMs: 700 })
})

test('a waterfall begins with what came first, and each bar stands where its time is', () => {
  expect(
    drawWaterfall([
      { name: 'frame', from: 300, ms: 100 },
      { name: 'module', from: 0, ms: 200 },
    ]),
  ).toEqual([
    `module     0 +  200 ms  ${'='.repeat(20)}`,
    `frame    300 +  100 ms  ${' '.repeat(30)}${'='.repeat(10)}`,
  ])
})
