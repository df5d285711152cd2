/** Handles one item after the other: items that are added meanwhile wait. */
export function createEventQueue<Item>(handle: (item: Item) => void): (item: Item) => void {
  const waiting: Item[] = []
  let isHandling = false
  return (item) => {
    waiting.push(item)
    if (isHandling) return
    isHandling = true
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) handle(next)
    } finally {
      isHandling = false
    }
  }
}
