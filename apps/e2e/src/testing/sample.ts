/** The sample's own credentials; they hold on this machine alone. */
export const sampleSignIn = { email: 'owner@northbank.example', password: 'heed sample' }
