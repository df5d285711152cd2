import { expect, test } from 'vitest'
import { withDeadline } from './with-deadline.ts'

// What the work answers, and a signal that comes later, are tested where a stream is read.
test('rejects at once when the signal was aborted before', async () => {
  const createError = () => new Error('late')
  await expect(withDeadline(new Promise(() => {}), AbortSignal.abort(), createError)).rejects.toThrow('late')
})
