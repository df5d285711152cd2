import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog, jsonLogger } from './log.ts'

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
