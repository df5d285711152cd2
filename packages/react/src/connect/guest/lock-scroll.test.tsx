import { afterEach, expect, test, vi } from 'vitest'
import { lockScroll } from './lock-scroll.ts'

const { style } = document.documentElement

afterEach(() => {
  style.cssText = ''
  vi.restoreAllMocks()
})

/** Headless browsers draw their scroll bars over the page. */
function withScrollbar() {
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(document.documentElement.clientWidth + 15)
}

test('the page does not scroll, and keeps the room of its scroll bar', () => {
  withScrollbar()
  const unlock = lockScroll()
  expect(style.overflow).toBe('hidden')
  expect(style.scrollbarGutter).toBe('stable')
  unlock()
  expect(style.cssText).toBe('')
})

test('a page without a scroll bar gets no room for one', () => {
  const unlock = lockScroll()
  expect(style.scrollbarGutter).toBe('')
  unlock()
})

test.each([
  'overflow: scroll;',
  'overflow-x: hidden;',
  'overflow-y: scroll !important;',
  'scrollbar-gutter: stable both-edges;',
  'color: red;',
])('what the host had comes back: %s', (before) => {
  withScrollbar()
  style.cssText = before
  const unlock = lockScroll()
  expect(getComputedStyle(document.documentElement).overflow).toBe('hidden')
  unlock()
  expect(style.cssText).toBe(before)
})

test.each([
  ['the first', 0],
  ['the second', 1],
])('of two dialogs, %s closes first: only the last one gives the page back', (_, index) => {
  withScrollbar()
  style.cssText = 'overflow: scroll;'
  const unlocks = [lockScroll(), lockScroll()]
  unlocks[index]?.()
  expect(style.overflow).toBe('hidden')
  unlocks[1 - index]?.()
  expect(style.cssText).toBe('overflow: scroll;')
})

test('given back twice counts once', () => {
  const unlock = lockScroll()
  const last = lockScroll()
  unlock()
  unlock()
  expect(style.overflow).toBe('hidden')
  last()
  expect(style.overflow).toBe('')
})
