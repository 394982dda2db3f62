/** The icons of the page, in a viewbox of 20 by 20. */
const paths = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  close: 'M5 5l10 10M15 5 5 15',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10zm8 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  inspect: 'M7 5 2.5 10 7 15M13 5l4.5 5-4.5 5',
  list: 'M3 5.5h14M3 10h14M3 14.5h14',
  mail: 'M2.5 5h15v10.5h-15zM2.5 5.5 10 11l7.5-5.5',
  more: 'M10 5.2v.1M10 10v.1M10 14.7v.1',
  reply: 'M3.5 4.5h13v9h-6.5L6.5 16.500v-3h-3z',
  route: 'M10 2.500V17.500M10 4.500h5l2 2-2 2h-5M10 9.500H5l-2 2 2 2h5',
  send: 'M3 3.500 17.500 10 3 16.500l2-6.500z',
  down: 'M5.500 8 10 12.500 14.500 8',
  helpful:
    'M6 9v7.500H3.500V9zM6 9l3.500-6c1.200 0 1.800 1 1.600 2l-.6 3h4.200c1 0 1.700.9 1.500 1.900l-1 5c-.2.900-.9 1.600-1.800 1.600H6',
  unhelpful:
    'M14 11V3.500h2.500V11zM14 11l-3.500 6c-1.200 0-1.800-1-1.600-2l.6-3H5.300c-1 0-1.700-.9-1.500-1.900l1-5C5 4.200 5.700 3.500 6.600 3.500H14',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" data-icon={name}>
      <path d={paths[name]} />
    </svg>
  );
}
