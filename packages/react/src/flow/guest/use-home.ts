import { type RefObject, useInsertionEffect, useState } from 'react'
import { useCommitEffect } from '../../context/call-host.ts'
import { TOKEN_NAMES } from './token-names.ts'

/** What goes on in a dialog concerns nobody who listens on the page: neither a click beside a menu, nor a focus trap. */
const EVENTS =
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout touchstart touchmove touchend wheel keydown keypress keyup focusin focusout beforeinput input change submit reset copy cut paste dragstart drag dragend dragenter dragover dragleave drop'.split(
    ' ',
  )

/**
 * An element at the end of the page for a dialog to stand in, there for as long as the component is mounted, and never
 * moved: frames that are moved load anew. It looks as the place that it belongs to.
 *
 * @param place an element where the component stands
 */
export function useHome(place: RefObject<HTMLElement | null>): HTMLElement {
  const [home] = useState(createHome)
  // Of all effects, strict mode runs only this kind once.
  useInsertionEffect(() => () => home.remove(), [home])
  useCommitEffect(() => {
    if (home.isConnected || !place.current) return
    const root = place.current.getRootNode()
    // Our styles reach no further than the shadow root that they are in.
    const end = root instanceof ShadowRoot ? root : document.body
    end.append(home)
    takeLooks(home, place.current)
  }, [home, place])
  return home
}

function createHome(): HTMLElement {
  const home = document.createElement('div')
  home.style.display = 'contents'
  for (const event of EVENTS) home.addEventListener(event, keep)
  return home
}

function keep(event: Event): void {
  event.stopPropagation()
}

/** The typeface and the tokens that hold at the place, where they differ from what holds for the whole page. */
function takeLooks(home: HTMLElement, place: HTMLElement): void {
  const there = getComputedStyle(place)
  const here = getComputedStyle(home)
  for (const name of ['font-family', ...TOKEN_NAMES.map((name) => `--nectar-${name}`)]) {
    const value = there.getPropertyValue(name)
    if (value !== here.getPropertyValue(name)) home.style.setProperty(name, value)
  }
}
