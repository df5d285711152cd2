import { Component, createRef, type ReactNode } from 'react'

interface KeepRowFocusProps {
  children: ReactNode
}

/**
 * Keeps the focus with a connection while its row moves: React moves rows within a list, but a row that goes to
 * another list is a new element. Where its button is gone, the row itself is focused, so that nobody starts at the top
 * of the page again.
 */
export class KeepRowFocus extends Component<KeepRowFocusProps> {
  private readonly root = createRef<HTMLDivElement>()

  /** Before anything on the page changes. @returns the connection in whose row the focus is */
  override getSnapshotBeforeUpdate(): string | null {
    const focused = activeElementOf(this.root.current)
    if (!focused || !this.root.current?.contains(focused)) return null
    return focused.closest<HTMLElement>('[data-nectar-connection]')?.dataset.nectarConnection ?? null
  }

  override componentDidUpdate(_: KeepRowFocusProps, __: unknown, id: string | null) {
    const root = this.root.current
    if (id === null || !root) return
    const focused = activeElementOf(root)
    // Somewhere else by now: somebody moved it.
    if (focused && focused !== document.body) return
    const row = root.querySelector<HTMLElement>(`[data-nectar-connection="${CSS.escape(id)}"]`)
    const target = row?.querySelector<HTMLElement>('button') ?? row
    target?.focus({ preventScroll: true })
  }

  override render() {
    return <div ref={this.root}>{this.props.children}</div>
  }
}

function activeElementOf(element: Element | null): Element | null {
  const root = element?.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
}
