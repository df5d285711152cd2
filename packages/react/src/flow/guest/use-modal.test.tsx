import { afterEach, expect, test, vi } from 'vitest'
import { lockScroll } from './use-modal.ts'

const { documentElement } = document
const { style } = documentElement

afterEach(() => {
  style.cssText = ''
  vi.restoreAllMocks()
})

function looks() {
  const { overflow, scrollbarGutter } = getComputedStyle(documentElement)
  return { overflow, scrollbarGutter }
}

/** Headless browsers draw their scroll bars over the page. */
function withScrollbar() {
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(documentElement.clientWidth + 15)
}

test('the page does not scroll, and keeps the room of its scroll bar', () => {
  withScrollbar()
  const before = looks()
  const unlock = lockScroll()
  expect(looks()).toEqual({ overflow: 'hidden', scrollbarGutter: 'stable' })
  unlock()
  expect(looks()).toEqual(before)
})

test('a page without a scroll bar gets no room for one', () => {
  const unlock = lockScroll()
  expect(looks().scrollbarGutter).toBe('auto')
  unlock()
})

test.each([
  'overflow: scroll;',
  'overflow-x: hidden;',
  'scrollbar-gutter: stable both-edges;',
  'color: red;',
])('what the host had is left alone: %s', (before) => {
  withScrollbar()
  style.cssText = before
  const unlock = lockScroll()
  expect(looks().overflow).toBe('hidden')
  expect(style.cssText).toBe(before)
  unlock()
  expect(style.cssText).toBe(before)
})

/** A modal of the host's, which notes what it finds, and writes that back. */
function hostLock() {
  const before = style.overflow
  style.overflow = 'hidden'
  return () => {
    style.overflow = before
  }
}

test.each([
  ['the host’s, then ours, closed in turn', [hostLock, lockScroll], [0, 1]],
  ['the host’s, then ours, closed the other way round', [hostLock, lockScroll], [1, 0]],
  ['ours, then the host’s, closed in turn', [lockScroll, hostLock], [0, 1]],
  ['ours, then the host’s, closed the other way round', [lockScroll, hostLock], [1, 0]],
])('%s: the page scrolls as it did', (_, locks, order) => {
  const before = looks()
  const unlocks = locks.map((lock) => lock())
  for (const index of order) {
    expect(looks().overflow).toBe('hidden')
    unlocks[index]?.()
  }
  expect(looks()).toEqual(before)
  expect(style.cssText).toBe('')
})

test.each([
  ['the first', 0],
  ['the second', 1],
])('of two dialogs, %s closes first: only the last one gives the page back', (_, index) => {
  withScrollbar()
  style.cssText = 'overflow: scroll;'
  const unlocks = [lockScroll(), lockScroll()]
  unlocks[index]?.()
  expect(looks().overflow).toBe('hidden')
  unlocks[1 - index]?.()
  expect(looks().overflow).toBe('scroll')
})
