type Props = {
  value: number
  low: number
  high: number
  min: number
  max: number
  /** The same in words; left out where the words stand beside it. */
  label?: string
  size?: 'normal' | 'large'
}

/** An estimate with its margin on an axis: a band from low to high, a mark at the value, a line at zero. */
export function MarginBar({ value, low, high, min, max, label, size = 'normal' }: Props) {
  const at = (position: number) => `${((Math.min(Math.max(position, min), max) - min) / (max - min)) * 100}%`
  const width = `${(Math.max(0, Math.min(high, max) - Math.max(low, min)) / (max - min)) * 100}%`
  const described = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label }
  return (
    <span class="margin-bar" data-size={size} {...described}>
      {min < 0 && max > 0 && <span class="margin-bar-zero" style={{ insetInlineStart: at(0) }} />}
      <span class="margin-bar-range" style={{ insetInlineStart: at(low), inlineSize: width }} />
      <span class="margin-bar-point" style={{ insetInlineStart: at(value) }} />
    </span>
  )
}
