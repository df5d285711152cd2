import { expect, test } from 'vitest'
import { createTestClock, deferred } from '../testing/test-clock.ts'
import { withDeadline } from './with-deadline.ts'

const never = new Promise<never>(() => {})

function createLimit(signal?: AbortSignal) {
  const clock = createTestClock()
  const createError = () => new Error('late')
  return {
    clock,
    deadline: { startTimer: clock.timers.deadline, ms: 1_000, createError, ...(signal ? { signal } : {}) },
  }
}

test('answers what the work answers, and lets go of the timer', async () => {
  const { clock, deadline } = createLimit()
  await expect(withDeadline(Promise.resolve('done'), deadline)).resolves.toBe('done')
  await expect(withDeadline(Promise.reject(new Error('broken')), deadline)).rejects.toThrow('broken')
  expect(clock.pending()).toBe(0)
})

test('rejects at the deadline, whatever becomes of the work', async () => {
  const { clock, deadline } = createLimit()
  const work = deferred<string>()
  const waiting = withDeadline(work.promise, deadline)
  clock.advance(1_000)
  work.resolve('too late')
  await expect(waiting).rejects.toThrow('late')
})

test('rejects with the reason of the signal, and lets go of the timer', async () => {
  const abort = new AbortController()
  const { clock, deadline } = createLimit(abort.signal)
  const waiting = withDeadline(never, deadline)
  abort.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  expect(clock.pending()).toBe(0)
})

test('a signal that is aborted already counts at once, even for work that is done', async () => {
  const signal = AbortSignal.abort(new Error('gone'))
  await expect(withDeadline(never, { signal })).rejects.toThrow('gone')
  await expect(withDeadline(Promise.resolve(1), { signal })).rejects.toThrow('gone')
  await expect(withDeadline(Promise.reject(new Error('broken')), { signal })).rejects.toThrow('gone')
})
