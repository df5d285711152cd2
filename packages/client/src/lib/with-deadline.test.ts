import { expect, test } from 'vitest'
import { withDeadline } from './with-deadline.ts'

const late = () => new Error('late')

test('answers what the work answers, and what it was rejected with', async () => {
  const { signal } = new AbortController()
  expect(await withDeadline(Promise.resolve(7), signal, late)).toBe(7)
  await expect(withDeadline(Promise.reject(new Error('broken')), signal, late)).rejects.toThrow('broken')
})

test('rejects when the signal is aborted, though the work goes on', async () => {
  const controller = new AbortController()
  const waiting = withDeadline(new Promise(() => {}), controller.signal, late)
  controller.abort()
  await expect(waiting).rejects.toThrow('late')
})

test('rejects at once when the signal was aborted before', async () => {
  await expect(withDeadline(new Promise(() => {}), AbortSignal.abort(), late)).rejects.toThrow('late')
})

test('a signal that is aborted later finds nobody waiting', async () => {
  const controller = new AbortController()
  expect(await withDeadline(Promise.resolve(1), controller.signal, late)).toBe(1)
  controller.abort()
})
