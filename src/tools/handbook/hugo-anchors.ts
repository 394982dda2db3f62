/**
 * Names the anchors of one page as Hugo does with its setting `github`, which is the default: letters, digits and
 * underscores stay, in lowercase; spaces and hyphens become hyphens; everything else is removed. It reads the heading as it is
 * typed, so a leading emoji leaves a hyphen, and the address of a link stays in the anchor.
 *
 * Source: gohugoio/hugo, markup/goldmark/autoid.go; yuin/goldmark, parser/atx_heading.go (generateAutoHeadingID).
 */
export class HugoAnchors {
  private readonly taken = new Set<string>();

  /** The anchor of a heading without an explicit anchor. The second heading of a name gets `-1`, the third `-2`. */
  add(heading: string): string {
    const base = sanitize(heading) || 'heading';
    let anchor = base;
    for (let count = 1; this.taken.has(anchor); count += 1) anchor = `${base}-${count}`;
    this.taken.add(anchor);
    return anchor;
  }

  /** Records an explicit anchor of a heading, such as `{#its-name}`. */
  take(anchor: string): string {
    this.taken.add(anchor);
    return anchor;
  }
}

function sanitize(heading: string): string {
  return heading
    .trim()
    .replace(/[ -]/g, '-')
    .replace(/[^\p{L}\p{Nd}_-]/gu, '')
    .toLowerCase();
}
