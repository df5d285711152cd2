import { expect, test } from 'vitest'
import { watchScope } from './watch-scope.ts'

function start() {
  let time = 0
  let timers: { at: number; callback: () => void }[] = []
  const watch = watchScope({
    now: () => time,
    setTimer(callback, ms) {
      timers.push({ at: time + ms, callback })
      return () => {}
    },
  })
  return {
    ...watch,
    advance(ms: number) {
      time += ms
      const due = timers.filter(({ at }) => at <= time)
      timers = timers.filter(({ at }) => at > time)
      for (const { callback } of due) callback()
    },
  }
}

test('the first answer, and the first change, count at once', () => {
  const { scope, isSettled, note } = start()
  expect(scope.get()).toBeNull()
  note('a')
  note('b')
  expect([scope.get(), isSettled.get()]).toEqual(['b', true])
})

test('after a second change within 5 s nothing is read for 5 s, whatever is answered meanwhile', () => {
  const { scope, isSettled, note, advance } = start()
  for (const answered of ['a', 'b', 'a', 'b', 'a']) note(answered)
  expect([scope.get(), isSettled.get()]).toEqual(['a', false])
  advance(4_999)
  note('b')
  expect([scope.get(), isSettled.get()]).toEqual(['b', false])
  advance(1)
  expect(isSettled.get()).toBe(true)
})

test('changes that are further apart are the comings and goings of people', () => {
  const { isSettled, note, advance } = start()
  for (const answered of ['a', 'b', 'a']) {
    note(answered)
    advance(5_000)
  }
  expect(isSettled.get()).toBe(true)
})

test('it is pendingRetry before anybody hears of the change', () => {
  const { scope, isSettled, note } = start()
  note('a')
  note('b')
  const heard: boolean[] = []
  scope.subscribe(() => heard.push(isSettled.get()))
  note('a')
  expect(heard).toEqual([false])
})
