/** What the server says where it takes nothing, for `route.fulfill`. */
export const refused = {
  status: 400,
  contentType: 'application/problem+json',
  body: JSON.stringify({ code: 'invalid_input', title: 'Refused by the test', status: 400 }),
}
