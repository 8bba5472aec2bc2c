/** Files for the question form: one that comes along, one too large, one of a kind that is not taken. */
export const picture = {
  name: 'card-page.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
export const tooLarge = { name: 'statement.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(5_000_001, '%') }
export const notTaken = { name: 'ledger.xlsx', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('ledger') }
