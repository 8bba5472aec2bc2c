/**
 * Where a person stands in the draw of a survey's wave: 0 … 1 (1 excluded), the same on every server and at every visit,
 * and unrelated between surveys and waves. FNV-1a with 32 bits (Fowler, Noll & Vo; draft-eastlake-fnv) over the low and the
 * high byte of each UTF-16 unit, stirred by the finaliser of MurmurHash3 (Appleby, fmix32), without which ids that differ in
 * their last letters would lie close together. It decides who is asked and protects nothing, so it need not be secret.
 * @param personKey the person's id within the workspace, or the visitor's
 * @param surveyId unique across workspaces
 * @param wave counts from 0
 */
export const sampleDraw = (personKey: string, surveyId: string, wave: number): number =>
  stir(fnv1a(`${surveyId}\0${wave}\0${personKey}`)) / 2 ** 32

/**
 * Whether a person belongs to a wave's sample. It is sticky: the same for a whole wave, and a larger share keeps everybody
 * whom a smaller one held. The share may be that of {@link askNow}, which differs by stratum and hour.
 * @param share 0 nobody … 1 everybody
 */
export const inSample = (personKey: string, surveyId: string, wave: number, share: number): boolean =>
  sampleDraw(personKey, surveyId, wave) < share

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash
}

function stir(hash: number): number {
  let stirred = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35)
  return (stirred ^ (stirred >>> 16)) >>> 0
}
