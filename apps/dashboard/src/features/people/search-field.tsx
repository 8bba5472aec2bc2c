import { Search } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useSegment } from '../segments/use-segment.ts'

const restMs = 200

type Props = {
  label: string
  placeholder: string
  /** The parameter of the address that holds the words. */
  parameter?: string
}

/** Searches a list by its address, a moment after the last stroke. */
export function SearchField({ label, placeholder, parameter = 'search' }: Props) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const current = filter(parameter) ?? ''
  // What is being typed stays as typed; otherwise the address says what it is.
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (value: string) => {
    clearTimeout(timer.current)
    if (value.trim() !== current) route(filtered({ [parameter]: value.trim() || undefined }), true)
  }
  return (
    <search class="list-search">
      <Search size={16} aria-hidden="true" />
      <input
        class="input"
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={typed ?? current}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => search(value), restMs)
        }}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && search(event.currentTarget.value)}
        onBlur={(event) => {
          search(event.currentTarget.value)
          setTyped(null)
        }}
      />
    </search>
  )
}
