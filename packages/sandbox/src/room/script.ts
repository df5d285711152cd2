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
let isPressed = false

beginTheme()
showFields()
look()

document.addEventListener('visibilitychange', look)
document.addEventListener('pointerdown', () => (isPressed = true))
for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, () => setTimeout(() => (isPressed = false)))
}
window.addEventListener('popstate', refresh)
document.addEventListener('click', (event) => {
  const target = event.target.closest('a, button')
  if (!target) return
  if ('go' in target.dataset) go(event, target)
  else if (target.dataset.call) call(target.dataset.call, JSON.parse(target.dataset.body), target.dataset.said)
  else if (target.dataset.statusOf) openMenu(target)
  else if ('activeSwitch' in target.dataset) switchActive()
  else if (target.dataset.choice) choose(target.dataset.choice)
  else if (target.dataset.copy) copy(target)
  else if ('pause' in target.dataset) pause(target)
  else if ('themeSwitch' in target.dataset) switchTheme()
  target.closest('#reset, #scenarios')?.hidePopover()
})
document.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target
  if (form.id === 'status-menu') choose(form.elements.own.value.trim())
  else send(form)
})
document.addEventListener('keydown', moveInMenu)
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
    // What changes under a pressed pointer loses its click: the next look takes it.
    if (isPressed || text === shown) return
    take(text)
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
  const id = idOf(wanted)
  if (id) {
    for (let node = place; node; node = node.nextSibling) if (idOf(node) === id) return node
    return null
  }
  return place && !idOf(place) && place.nodeName === wanted.nodeName ? place : null
}

/* By its attribute: the property of a form that has a field named 'id' is that field. */
function idOf(node) {
  return node.getAttribute?.('id')
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

async function send(form) {
  const { template, said } = form.dataset
  const values = valuesOf(form)
  const body = template ? fill(JSON.parse(template), values) : values
  if (!(await call(form.dataset.form, body, said)) || !form.popover) return
  form.reset()
  form.hidePopover()
}

/* What was entered in place of '$name'; what was left empty, and what holds nothing else, is left out. */
function fill(template, values) {
  if (typeof template === 'string') return template.startsWith('$') ? values[template.slice(1)] : template
  if (Array.isArray(template)) {
    const items = template.map((item) => fill(item, values)).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  const entries = Object.entries(template)
    .map(([name, part]) => [name, fill(part, values)])
    .filter(([, value]) => value !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

async function call(name, body, said) {
  let isDone = false
  try {
    const response = await fetch('/_sandbox/' + name, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    isDone = response.ok
    tell(isDone ? said : answer.detail, !isDone)
  } catch {
    tell('The sandbox does not answer. Is it still running?', true)
  }
  await refresh()
  return isDone
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
    if (field.type === 'checkbox') {
      if (field.checked) values[field.name] = true
    } else values[field.name] = field.type === 'number' || 'number' in field.dataset ? Number(field.value) : field.value
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
  menu.dataset.active = button.dataset.active
  one('[data-active-switch]', menu).textContent = 'isActive: ' + (button.dataset.active === 'false')
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

function switchActive() {
  const menu = one('#status-menu')
  const { connection: connectionId, name, active } = menu.dataset
  menu.hidePopover()
  const isActive = active === 'false'
  call('setConnectionActive', { connectionId, isActive }, name + (isActive ? ' is collected again' : ' is not collected now'))
}

/* Arrows go through a menu: left and right one by one, up and down to what is nearest in the next line. */
function moveInMenu(event) {
  const menu = event.target.closest?.('#status-menu, #scenarios')
  if (!menu || event.target.matches('input')) return
  const choices = all('button[data-choice], button[data-call]', menu)
  const from = choices.indexOf(event.target)
  if (from < 0) return
  const to = { Home: 0, End: choices.length - 1, ArrowLeft: from - 1, ArrowRight: from + 1 }[event.key]
  const next = choices[to] ?? nearest(choices, event.target, { ArrowUp: -1, ArrowDown: 1 }[event.key])
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nearest(choices, from, direction) {
  if (!direction) return
  const here = from.getBoundingClientRect()
  const away = (box) => (box.top - here.top) * direction
  const rows = choices.map((choice) => ({ choice, box: choice.getBoundingClientRect() })).filter(({ box }) => away(box) > 4)
  const distance = ({ box }) => away(box) * 1000 + Math.abs(box.left - here.left)
  return rows.sort((a, b) => distance(a) - distance(b))[0]?.choice
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
