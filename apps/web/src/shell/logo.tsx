/** Two halves of a coin, one turned over. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden className="app-logo">
      <path d="M15 3.100a12 12 0 0 0 0 23.800z" fill="currentColor" />
      <path
        d="M18.25 6.700a10.6 10.6 0 0 1 0 20.600z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
