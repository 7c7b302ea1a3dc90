/** The app's mark: a compass card whose needle points at a bearing. Decoration; the name stands beside it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id="azimuth-card" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#0585b4" />
          <stop offset="1" stopColor="#00345a" />
        </linearGradient>
      </defs>
      <rect width="48" height="48" rx="12" fill="url(#azimuth-card)" />
      <circle
        cx="24"
        cy="24"
        r="15"
        fill="none"
        stroke="#ffffff"
        strokeOpacity="0.35"
        strokeWidth="2"
      />
      <path
        d="M24 9v-3M24 42v-3M9 24h-3M42 24h-3"
        stroke="#ffffff"
        strokeOpacity="0.7"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M34.5 13.5 27.6 27.6 20.4 20.4Z" fill="#ffffff" />
      <path d="M13.5 34.5 20.4 20.4 27.6 27.6Z" fill="#7dc9e8" fillOpacity="0.75" />
    </svg>
  );
}
