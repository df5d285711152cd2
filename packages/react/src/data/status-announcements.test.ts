import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { en } from '../i18n/en.ts'
import { type Announcement, createStatusNews } from './status-announcements.ts'
import { formatAnnouncement } from './status-announcer.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function announcement(
  id: string,
  word = 'Connected',
  group: Announcement['group'] = 'healthy',
): Announcement {
  return { id, name: `Utility ${id}`, word, group }
}

function start() {
  const news = createStatusNews()
  const said: string[] = []
  news.current.subscribe(() => {
    const text = formatAnnouncement(en, news.current.get())
    if (text !== '') said.push(text)
  })
  const place = () => {
    const own = {}
    news.enter(own)
    return { show: (...shown: Announcement[]) => news.show(own, shown), leave: () => news.leave(own), own }
  }
  return { news, said, place }
}

test('what is shown first is no news; what changes is told by name', () => {
  const { said, place } = start()
  const list = place()
  list.show(announcement('1', 'Being checked', 'waiting'))
  vi.runAllTimers()
  expect(said).toEqual([])
  list.show(announcement('1'))
  vi.runAllTimers()
  expect(said).toEqual(['Utility 1: Connected'])
})

test('what was told stays to be read out while nothing else changes', () => {
  const { news, place } = start()
  const list = place()
  list.show(announcement('1'))
  list.show(announcement('1', 'Off', 'inactive'))
  vi.runAllTimers()
  list.show(announcement('1', 'Off', 'inactive'))
  expect(news.current.get()).toHaveLength(1)
})

test('many at once are told as one, what needs somebody first', () => {
  const { said, place } = start()
  const list = place()
  const ids = ['1', '2', '3', '4']
  list.show(...ids.map((id) => announcement(id, 'Being checked', 'waiting')))
  list.show(
    ...ids.map((id) =>
      id === '3' ? announcement(id, 'Sign-in not accepted', 'needs-you') : announcement(id),
    ),
  )
  vi.runAllTimers()
  expect(said).toEqual(['4 accounts changed: 1 needs you, 3 are connected'])
})

test('however many places show a connection, it is told once, by one of them', () => {
  const { news, said, place } = start()
  const list = place()
  const card = place()
  for (const { show } of [list, card]) show(announcement('1', 'Being checked', 'waiting'))
  list.show(announcement('1'))
  vi.advanceTimersByTime(500)
  card.show(announcement('1'))
  vi.runAllTimers()
  card.show(announcement('1'))
  vi.runAllTimers()
  expect([said, news.speaker.get() === list.own]).toEqual([['Utility 1: Connected'], true])
  list.leave()
  expect(news.speaker.get()).toBe(card.own)
  card.leave()
  expect(news.speaker.get()).toBeNull()
})

test('what is back where it was before it could be told is not told', () => {
  const { said, place } = start()
  const list = place()
  list.show(announcement('1'))
  list.show(announcement('1', 'Utility site down', 'provider'))
  vi.advanceTimersByTime(900)
  list.show(announcement('1'))
  vi.runAllTimers()
  expect(said).toEqual([])
})

test('changes that keep coming are told now and then, not never', () => {
  const { said, place } = start()
  const list = place()
  list.show(announcement('1', 'word 0'))
  for (let turn = 1; turn <= 100; turn++) {
    list.show(announcement('1', `word ${turn}`))
    vi.advanceTimersByTime(100)
  }
  expect(said.length).toBeGreaterThan(0)
  expect(said.length).toBeLessThan(4)
})

test('the same words are told again when they are true again', () => {
  const { news, place } = start()
  const list = place()
  const texts: string[] = []
  news.current.subscribe(() => texts.push(formatAnnouncement(en, news.current.get())))
  list.show(announcement('1', 'Connected'))
  for (const word of ['Off', 'Connected', 'Off', 'Connected', 'Off']) {
    list.show(announcement('1', word))
    vi.advanceTimersByTime(2_000)
  }
  const [off, on] = ['Utility 1: Off', 'Utility 1: Connected']
  expect(texts).toEqual(['', off, '', on, '', off, '', on, '', off])
})

test('what nobody shows any more is forgotten: shown again, it is no news', () => {
  const { said, place } = start()
  const list = place()
  list.show(announcement('1'), announcement('2'))
  list.show(announcement('1'))
  list.show(announcement('1'), announcement('2', 'Utility site down', 'provider'))
  const card = place()
  card.show(announcement('1'))
  list.leave()
  const later = place()
  later.show(announcement('2', 'Utility site down', 'provider'))
  vi.runAllTimers()
  expect(said).toEqual([])
})

test('when the last place is gone, nothing is left to tell', () => {
  const { said, place } = start()
  const list = place()
  list.show(announcement('1'))
  list.show(announcement('1', 'Off', 'inactive'))
  list.leave()
  expect(vi.getTimerCount()).toBe(0)
  vi.runAllTimers()
  expect(said).toEqual([])
})

test('what was told of somebody else’s connections does not stay', () => {
  const { news, place } = start()
  const list = place()
  list.show(announcement('1'))
  list.show(announcement('1', 'Off', 'inactive'))
  vi.runAllTimers()
  expect(news.current.get()).toHaveLength(1)
  list.show(announcement('2'))
  expect(news.current.get()).toEqual([])
})
