type Props = {
  words: { unsigned: string; unsignedLink: string; claim: string; claimLink: string }
  /** Address of what browsers claim of the same customer. */
  unsigned: string | null
  /** Address of the customer that this is a claim to be. */
  verified: string | null
}

/** A customer known both ways has two pages: one sentence why, and the way to the other. */
export function TwinNote({ words, unsigned, verified }: Props) {
  if (unsigned !== null)
    return (
      <p class="twin-note">
        {words.unsigned} <a href={unsigned}>{words.unsignedLink}</a>
      </p>
    )
  if (verified !== null)
    return (
      <p class="twin-note">
        {words.claim} <a href={verified}>{words.claimLink}</a>
      </p>
    )
  return null
}
