/** Heed's mark; the same drawing as public/favicon.svg. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <path d="M10 7v18M22 7v6.5M10 15.5h6.2A5.8 5.8 0 0 1 22 21.3V25" />
    </svg>
  )
}
