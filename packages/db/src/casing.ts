/** camelCase in code, snake_case in SQL: the same constant for the clients and for drizzle-kit. */
export const casing = 'snake_case' as const
