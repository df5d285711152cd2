/** What is read of React's own tree. */
interface Fiber {
  type: unknown
  flags: number
  alternate: Fiber | null
  child: Fiber | null
  sibling: Fiber | null
  stateNode: { current: Fiber }
}

/** React's mark on what was called, and not only passed over. */
const PERFORMED_WORK = 1

/** Counts the components that React calls for what is drawn in a container, as its developer tools do. */
export function createRenderCount(container: Element) {
  let counts = new Map<string, number>()

  function walk(first: Fiber | null) {
    for (let fiber = first; fiber !== null; fiber = fiber.sibling) {
      const { alternate, type } = fiber
      const isComponent = typeof type === 'function' || (typeof type === 'object' && type !== null)
      if (isComponent && (fiber.flags & PERFORMED_WORK) !== 0) {
        const name = nameOf(type)
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
      // What was passed over still has the children of the drawing before.
      if (alternate === null || fiber.child !== alternate.child) walk(fiber.child)
    }
  }

  return {
    /** For `<Profiler onRender>` around what is counted. */
    note() {
      const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'))
      const root = (container as unknown as Record<string, Fiber>)[key ?? '']
      if (root) walk(root.stateNode.current.child)
    },
    /** What was called since it was last asked, by name. */
    take(): Record<string, number> {
      const taken = Object.fromEntries(counts)
      counts = new Map()
      return taken
    },
  }
}

function nameOf(type: { name?: string; type?: { name?: string } }): string {
  return type.name ?? type.type?.name ?? 'forwarded'
}
