import { expect, test } from 'vitest'
import { createTestClock, deferred } from '../testing/test-clock.ts'
import { isDoneInTime, withDeadline } from './with-deadline.ts'

const never = new Promise<never>(() => {})

function createLimit(signal?: AbortSignal) {
  const clock = createTestClock()
  const startTimer = clock.timers.deadline
  const createError = () => new Error('late')
  return {
    clock,
    startTimer,
    deadline: { startTimer, ms: 1_000, createError, ...(signal ? { signal } : {}) },
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

test('says whether work was done in time', async () => {
  const { clock, startTimer } = createLimit()
  expect(await isDoneInTime(Promise.resolve(), startTimer, 1_000)).toBe(true)
  const waiting = isDoneInTime(never, startTimer, 1_000)
  clock.advance(1_000)
  expect(await waiting).toBe(false)
  await expect(isDoneInTime(Promise.reject(new Error('broken')), startTimer, 1)).rejects.toThrow('broken')
})
