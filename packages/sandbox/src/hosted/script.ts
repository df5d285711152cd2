/**
 * The hosted page's script. Every step works without it; it adds search as you type, filling in, showing the
 * password, counting down, and the reader's own time. It never talks to the window around it.
 */
export const SCRIPT = `'use strict'
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const one = (selector, root = document) => root.querySelector(selector)

document.documentElement.dataset.script = ''
for (const element of all('[data-fill], [data-show], [data-all]')) element.hidden = false

focusAfterMove()
countDown()
localTimes()
searchAsYouType()
chooseSites()

document.addEventListener('input', (event) => {
  const group = event.target.closest('.field, fieldset')
  if (group) forgive(group)
})
document.addEventListener('click', (event) => {
  const button = event.target.closest('button')
  if (button?.dataset.fill) fillIn(button)
  if (button?.dataset.show) showPassword(button)
})

function focusAfterMove() {
  const heading = one('[data-focus]')
  if (!heading) return
  const wrong = one('[aria-invalid], [data-invalid] input')
  ;(wrong ?? heading).focus()
}

function forgive(group) {
  one('.error', group)?.remove()
  one('[aria-invalid]', group)?.removeAttribute('aria-invalid')
  group.removeAttribute('data-invalid')
}

function fillIn(button) {
  for (const [name, value] of Object.entries(JSON.parse(button.dataset.fill))) {
    const input = document.getElementById(name)
    input.value = value
    forgive(input.closest('.field'))
  }
  const next = one('.with .button, .button-next')
  next?.focus()
}

function showPassword(button) {
  const input = document.getElementById(button.dataset.show)
  const shown = input.type === 'text'
  input.type = shown ? 'password' : 'text'
  button.setAttribute('aria-pressed', String(!shown))
}

function countDown() {
  const element = one('[data-left-ms]')
  if (!element) return
  const end = performance.now() + Number(element.dataset.leftMs)
  const show = () => {
    const seconds = Math.max(0, Math.floor((end - performance.now()) / 1000))
    element.textContent = inWords(seconds) + ' left on this link'
    if (seconds > 0) setTimeout(show, seconds < 120 ? 1000 : 15000)
    else element.textContent = 'This link has run out'
  }
  show()
}

function inWords(seconds) {
  if (seconds < 60) return seconds + ' s'
  if (seconds < 7200) return Math.floor(seconds / 60) + ' min'
  if (seconds < 172800) return Math.floor(seconds / 3600) + ' hours'
  return Math.floor(seconds / 86400) + ' days'
}

function localTimes() {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  })
  for (const element of all('time[data-local]')) {
    element.textContent = format.format(new Date(element.dateTime))
  }
}

function searchAsYouType() {
  const input = one('[data-search]')
  if (!input) return
  const list = one('[data-list]')
  const over = one('[data-over]')
  const rows = all('[data-text]', list)
  const popular = rows.filter((row) => 'popular' in row.dataset)
  const narrow = () => {
    const query = input.value.trim().toLowerCase()
    const shown = query === '' ? (popular.length ? popular : rows) : rows.filter((row) => row.dataset.text.includes(query))
    for (const row of rows) {
      row.hidden = !shown.includes(row)
      markMatch(one('[data-name]', row), query)
    }
    list.toggleAttribute('data-searching', query !== '')
    over.textContent = query === '' ? over.dataset.over : found(shown.length)
  }
  input.addEventListener('input', narrow)
  if (input.value !== '') narrow()
}

function found(amount) {
  if (amount === 0) return 'No utility found'
  return amount === 1 ? '1 utility' : amount + ' utilities'
}

function markMatch(element, query) {
  const text = element.textContent
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query)
  if (at < 0) {
    element.textContent = text
    return
  }
  const mark = document.createElement('mark')
  mark.textContent = text.slice(at, at + query.length)
  element.replaceChildren(text.slice(0, at), mark, text.slice(at + query.length))
}

function chooseSites() {
  const group = one('[data-sites]')
  if (!group) return
  const boxes = all('input', group)
  const toggle = one('[data-all]', group)
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length
    one('[data-chosen]', group).textContent = chosen + ' of ' + boxes.length + ' chosen'
    toggle.textContent = chosen === boxes.length ? 'None' : 'All'
  }
  toggle.addEventListener('click', () => {
    const on = boxes.some((box) => !box.checked)
    for (const box of boxes) box.checked = on
    show()
  })
  group.addEventListener('change', show)
  show()
}
`
