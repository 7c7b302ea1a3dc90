const ticks = Array.from({ length: 72 }, (_, index) => index * 5);

/** A large, faint compass card behind the first-run page. */
export function CompassRose({ className }: { className: string | undefined }) {
  return (
    <svg className={className} viewBox="-100 -100 200 200" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="0.4">
        <circle r="98" />
        <circle r="84" />
        <circle r="52" />
        {ticks.map((angle) => (
          <path
            key={angle}
            d={angle % 30 === 0 ? 'M0-98V-86' : angle % 10 === 0 ? 'M0-98V-91' : 'M0-98V-94'}
            transform={`rotate(${angle})`}
          />
        ))}
      </g>
      <g transform="rotate(42)" fill="currentColor">
        <path d="M0-80 7 0H-7Z" opacity="0.9" />
        <path d="M0 80 7 0H-7Z" opacity="0.35" />
      </g>
    </svg>
  );
}
