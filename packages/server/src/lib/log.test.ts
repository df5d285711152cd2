import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog, jsonLogger } from './log.ts'

test('what is said once is said once by all copies of a process, whatever their loggers', () => {
  const place = {}
  const lines: string[] = []
  for (const _ of [1, 2]) {
    const write = (message: string) => void lines.push(message)
    const logger = { debug: write, info: write, warn: write, error: write }
    createLog(logger, (value) => value, place).once('error', 'The key is wrong.', {})
  }
  expect(lines).toEqual(['The key is wrong.'])
})

test('a line of JSON for each, whose head no field can replace', () => {
  const spy = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => spy.mockRestore())
  const log = createLog(jsonLogger, (value) => value).with({ reference: 'NC-7F3K-92QD' })
  log.warn('It "failed"\nat %s.', { level: 'none', time: 1, message: 'no', many: 3n })
  expect(spy).toHaveBeenCalledOnce()
  const [line] = spy.mock.calls[0] ?? []
  expect(String(line)).not.toContain('\n')
  expect(JSON.parse(String(line))).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    level: 'warn',
    message: 'It "failed"\nat %s.',
    reference: 'NC-7F3K-92QD',
    many: '3',
  })
})
