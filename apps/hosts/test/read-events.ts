export interface StreamEvent {
  /** The cursor; empty for an event that is none. */
  id: string
  name: string
  data: unknown
}

/** The events of a stream one by one, as a page reads them; signs of life are left out. */
export function readEvents(response: Response): { next(): Promise<StreamEvent> } {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end >= 0) {
          const event = parse(text.slice(0, end))
          text = text.slice(end + 2)
          if (event.name !== 'ping') return event
          continue
        }
        const { done, value } = await reader.read()
        if (done) throw new Error('The stream ended.')
        text += decoder.decode(value, { stream: true })
      }
    },
  }
}

function parse(block: string): StreamEvent {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  ) as Record<string, string>
  return { id: fields.id ?? '', name: fields.event ?? '', data: JSON.parse(fields.data ?? 'null') }
}
