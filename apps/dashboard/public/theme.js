// Runs before the first paint, so that a chosen theme never flashes the other one. The switch is src/ui/theme.ts.
try {
  const theme = localStorage.getItem('heed.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme stays.
}
