/**
 * The control room's script. The server makes the page; this asks for it again each second while it is looked at,
 * takes over what changed without disturbing focus, and turns buttons into calls of the control.
 */
export const ROOM_SCRIPT = `'use strict'
const EVERY_MS = 1000
const root = document.documentElement
const one = (selector, within = document) => within.querySelector(selector)
const all = (selector, within = document) => [...within.querySelectorAll(selector)]

let timer
let asked = 0
let shown = ''
let hush

beginTheme()
showFields()
look()

document.addEventListener('visibilitychange', look)
window.addEventListener('popstate', refresh)
document.addEventListener('click', (event) => {
  const target = event.target.closest('a, button')
  if (!target) return
  if ('go' in target.dataset) go(event, target)
  else if (target.dataset.call) call(target.dataset.call, JSON.parse(target.dataset.body), target.dataset.said)
  else if (target.dataset.statusOf) openMenu(target)
  else if (target.dataset.choice) choose(target.dataset.choice)
  else if (target.dataset.copy) copy(target)
  else if ('pause' in target.dataset) pause(target)
  else if ('themeSwitch' in target.dataset) switchTheme()
  target.closest('#reset')?.hidePopover()
})
document.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target
  if (form.id === 'status-menu') choose(form.elements.own.value.trim())
  else call(form.dataset.form, valuesOf(form), form.dataset.said)
})
document.addEventListener('change', showFields)

/* What is shown */

function look() {
  clearTimeout(timer)
  if (document.hidden) return
  if (root.dataset.state === 'paused') return
  refresh().finally(() => {
    clearTimeout(timer)
    timer = setTimeout(look, EVERY_MS)
  })
}

async function refresh() {
  const turn = ++asked
  try {
    const response = await fetch(location.href, { cache: 'no-store' })
    const text = await response.text()
    if (turn !== asked) return
    if (!response.ok) throw new Error(response.statusText)
    if (root.dataset.state === 'lost') root.dataset.state = 'live'
    if (text !== shown) take(text)
    shown = text
  } catch {
    if (turn === asked && root.dataset.state === 'live') root.dataset.state = 'lost'
  }
}

function take(text) {
  const next = one('#room', new DOMParser().parseFromString(text, 'text/html'))
  if (!next) return
  const home = document.activeElement?.closest('[data-panel]')
  morph(one('#room'), next)
  if (home && document.activeElement === document.body) one('h2', home)?.focus()
}

function morph(from, to) {
  if ('keep' in from.dataset || from.isEqualNode(to)) return
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value)
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name)
  let place = from.firstChild
  for (const wanted of [...to.childNodes]) {
    const match = findMatch(place, wanted)
    if (!match) from.insertBefore(wanted, place)
    else {
      while (place !== match) place = drop(place)
      if (wanted.nodeType === Node.ELEMENT_NODE) morph(match, wanted)
      else if (match.data !== wanted.data) match.data = wanted.data
      place = match.nextSibling
    }
  }
  while (place) place = drop(place)
}

function findMatch(place, wanted) {
  if (wanted.id) {
    for (let node = place; node; node = node.nextSibling) if (node.id === wanted.id) return node
    return null
  }
  return place && !place.id && place.nodeName === wanted.nodeName ? place : null
}

function drop(node) {
  const next = node.nextSibling
  node.remove()
  return next
}

function go(event, link) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  refresh()
}

function pause(button) {
  const paused = root.dataset.state !== 'paused'
  root.dataset.state = paused ? 'paused' : 'live'
  button.setAttribute('aria-pressed', String(paused))
  look()
}

/* What is done */

async function call(name, body, said) {
  try {
    const response = await fetch('/_sandbox/' + name, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    tell(response.ok ? said : answer.detail, !response.ok)
  } catch {
    tell('The sandbox does not answer. Is it still running?', true)
  }
  await refresh()
}

function tell(text, isWrong = false) {
  const notice = one('[data-notice]')
  clearTimeout(hush)
  notice.toggleAttribute('data-wrong', isWrong)
  notice.textContent = text
  hush = setTimeout(() => (notice.textContent = ''), isWrong ? 12000 : 4000)
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy)
    tell(button.dataset.said)
  } catch {
    tell('The browser does not let this page copy. It is: ' + button.dataset.copy, true)
  }
}

function valuesOf(form) {
  const values = {}
  for (const field of form.elements) {
    if (!field.name || field.disabled || field.value === '') continue
    values[field.name] = field.type === 'number' || 'number' in field.dataset ? Number(field.value) : field.value
  }
  return values
}

function showFields() {
  for (const form of all('[data-form]')) {
    for (const part of all('[data-kinds]', form)) {
      part.hidden = !part.dataset.kinds.split(' ').includes(form.elements.kind.value)
      one('input, select', part).disabled = part.hidden
    }
  }
}

/* The status menu */

function openMenu(button) {
  const menu = one('#status-menu')
  const { statusOf, name, status } = button.dataset
  menu.dataset.connection = statusOf
  menu.dataset.name = name
  one('[data-menu-title]', menu).textContent = 'Status of ' + name
  menu.elements.own.value = ''
  for (const choice of all('[data-choice]', menu)) {
    choice.setAttribute('aria-pressed', String(choice.dataset.choice === status))
  }
  menu.showPopover({ source: button })
  placeBelow(menu, button.getBoundingClientRect())
  ;(one('[aria-pressed="true"]', menu) ?? one('[data-choice]', menu)).focus()
}

function placeBelow(menu, { left, bottom, top }) {
  const { offsetWidth, offsetHeight } = menu
  const room = { width: root.clientWidth, height: root.clientHeight }
  const under = bottom + 6
  const fits = under + offsetHeight <= room.height - 8
  menu.style.left = Math.max(8, Math.min(left - 60, room.width - offsetWidth - 8)) + 'px'
  menu.style.top = Math.max(8, fits ? under : Math.min(top - offsetHeight - 6, room.height - offsetHeight - 8)) + 'px'
}

function choose(status) {
  const menu = one('#status-menu')
  const { connection: connectionId, name } = menu.dataset
  const sendWebhook = menu.elements.telling.checked
  menu.hidePopover()
  if (status) call('setConnectionStatus', { connectionId, status, sendWebhook }, name + ' is ' + status + ' now')
}

/* Light and dark */

function beginTheme() {
  try {
    const theme = localStorage.getItem('nectar-sandbox-theme')
    if (theme) root.dataset.theme = theme
  } catch {}
}

function switchTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root.dataset.theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
  try {
    localStorage.setItem('nectar-sandbox-theme', root.dataset.theme)
  } catch {}
}
`
