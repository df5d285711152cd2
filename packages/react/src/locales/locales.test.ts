import { describe, expect, test } from 'vitest'
import { en } from '../i18n/en.ts'
import type { Messages } from '../i18n/messages.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pseudo } from './pseudo.ts'

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Words that happen to be the same in both languages. */
const SAME = {
  es: ['utilities.GAS', 'utilities.SOLAR'],
  fr: ['list.sites.one', 'list.sites.other'],
  de: [],
  ar: [],
  'en-XA': [],
}

describe.each([es, fr, de, ar, pseudo])('$locale', (messages) => {
  const words = flatten(messages)
  const english = flatten(en)
  const plurals = [...english.keys()].flatMap((key) =>
    /\.one$/.test(key) && english.has(key.replace(/one$/, 'other')) ? key.slice(0, -4) : [],
  )
  const pluralOf = (key: string) => plurals.find((plural) => isFormOf(key, plural))

  test('has every entry, and no other', () => {
    const withoutForms = (keys: Iterable<string>) => new Set([...keys].map((key) => pluralOf(key) ?? key))
    expect(withoutForms(words.keys())).toEqual(withoutForms(english.keys()))
  })

  test('says something in each', () => {
    const empty = [...words].filter(
      ([, text]) => text === '' || (text.trim() !== text && !/^[,،] $/.test(text)),
    )
    expect(empty).toEqual([])
  })

  test('has the placeholders of English in each', () => {
    const wrong = [...words].filter(([key, text]) => {
      const plural = pluralOf(key)
      if (plural === undefined) return placeholders(text) !== placeholders(english.get(key) ?? '')
      const given = placeholders(text)
      const wanted = ['one', 'other'].map((form) => placeholders(english.get(`${plural}.${form}`) ?? ''))
      // Where a form is for one number only, words may say the number.
      return !wanted.some((all) => given === all || (isForOneNumber(messages, key) && given === without(all)))
    })
    expect(wrong).toEqual([])
  })

  test('has a form for each kind of number, as its language has them', () => {
    const { pluralCategories } = new Intl.PluralRules(messages.locale).resolvedOptions()
    for (const plural of plurals) {
      const forms = CATEGORIES.filter((category) => words.has(`${plural}.${category}`))
      expect(forms, plural).toEqual(CATEGORIES.filter((name) => pluralCategories.some((has) => has === name)))
    }
  })

  test('is in its language', () => {
    const same = [...words]
      .filter(([key, text]) => text === english.get(key) && /\p{L}/u.test(text.replace(/\{\w+\}/g, '')))
      .map(([key]) => key)
    expect(same).toEqual(SAME[messages.locale as keyof typeof SAME])
  })

  test('has in the name of each button what stands on it, for whoever speaks to it', () => {
    const { invitations: links } = messages
    const buttons = [
      [links.remindName, links.remind],
      [links.againName, links.again],
      [links.copyLinkName, messages.copyLink],
      [links.revokeName, links.revoke],
    ]
    for (const [name = '', label = ''] of buttons) {
      const inner = label.replace(/^\[|\]$/g, '')
      expect(name.toLocaleLowerCase(messages.locale)).toContain(inner.toLocaleLowerCase(messages.locale))
    }
  })

  test('does not call connected what was only submitted', () => {
    const { submitted, invitations, status } = messages
    const connected = [status.CONNECTED.word, submitted.connected, messages.list.groups.healthy]
    const received = [invitations.stages.received, status.PENDING.word]
    for (const word of received) expect(connected).not.toContain(word)
  })
})

test('Arabic is written from right to left, and keeps what is filled in apart', () => {
  expect(ar.direction).toBe('rtl')
  const open = [...flatten(ar)].filter(([, text]) => /(?<!\u2068)\{\w+\}|\{\w+\}(?!\u2069)/.test(text))
  expect(open).toEqual([])
})

test('the pseudo-locale is about 40 % longer, and shows where each message begins and ends', () => {
  const length = (messages: Messages) => [...flatten(messages).values()].join('').length
  const ratio = length(pseudo) / length(en)
  expect(ratio).toBeGreaterThan(1.3)
  expect(ratio).toBeLessThan(1.5)
  expect(pseudo.close).toBe('[Çļööšéé]')
  expect(pseudo.contact).toBe('[Çööñţååçţ {host}]')
  expect(new Intl.Locale(pseudo.locale).language).toBe('en')
})

/** Every text by its path. */
function flatten({ locale: _, direction: __, ...words }: Messages): Map<string, string> {
  const texts = new Map<string, string>()
  const visit = (part: object, path: string[]) => {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string') texts.set([...path, key].join('.'), value)
      else visit(value, [...path, key])
    }
  }
  visit(words, [])
  return texts
}

function isFormOf(key: string, plural: string): boolean {
  return key.startsWith(`${plural}.`) && CATEGORIES.includes(key.slice(plural.length + 1))
}

function placeholders(text: string): string {
  return [...(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')
}

function without(all: string): string {
  return all
    .split(' ')
    .filter((name) => name !== '{count}')
    .join(' ')
}

/** Whether the form is for a single number in this language, such as the Arabic dual. */
function isForOneNumber({ locale }: Messages, key: string): boolean {
  const rules = new Intl.PluralRules(locale)
  const category = key.slice(key.lastIndexOf('.') + 1)
  return (
    Array.from({ length: 1000 }, (_, count) => rules.select(count)).filter((is) => is === category).length ===
    1
  )
}
