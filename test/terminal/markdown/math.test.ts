import { describe, expect, it } from 'vitest';
import { shown } from './rendering.ts';

describe('formulas in Unicode', () => {
  it.each([
    ['$x^2 + y_i$', 'x² + yᵢ'],
    ['$\\alpha \\le \\beta$', 'α ≤ β'],
    ['$a\\to b$', 'a → b'],
    ['$$\\sum_{i=1}^n x_i$$', '∑ᵢ₌₁ⁿ xᵢ'],
    ['$\\frac{1}{2}$', '1/2'],
    ['$\\frac{1}{1+e^{-x}}$', '1/(1+e⁻ˣ)'],
    ['$\\frac{\\partial L}{\\partial w}$', '∂L/∂w'],
    ['$\\sqrt{x}$, $\\sqrt{x+1}$, $\\sqrt[3]{x}$', '√x, √(x+1), ∛x'],
    ['$\\operatorname{softmax}\\left(\\frac{QK^T}{\\sqrt{d_k}}\\right)V$', 'softmax(QKᵀ/√dₖ)V'],
    ['$x \\text{ if } x > 0$', 'x if x > 0'],
    ['$\\hat{y}_i$', 'ŷᵢ'],
    ['$x \\in \\mathbb{R}$', 'x ∈ ℝ'],
    ['$O(n \\log n)$', 'O(n log n)'],
    ['$x \\in \\{0, 1\\}$', 'x ∈ {0, 1}'],
    ['\\(x^2\\) and \\[y=2\\]', 'x² and y = 2'],
    ['\\\\(x^2\\\\)', 'x²'],
    ['$f\\,(x)$', 'f (x)'],
  ])('%s', (markdown, text) => expect(shown(markdown)).toBe(text));
});

describe('formulas that Unicode cannot say stay as they were written', () => {
  it.each([
    ['$W_q$', '`W_q`'],
    ['$\\begin{matrix}1\\end{matrix}$', '`\\begin{matrix}1\\end{matrix}`'],
    ['$\\hat{ab}$', '`\\hat{ab}`'],
    ['$x^{$ $y$', '`x^{` y'],
    [
      '$J = -\\mathbb{E}_{x \\sim p}[\\log p_\\theta(x)]$ *so*',
      '`J = -\\mathbb{E}_{x \\sim p}[\\log p_\\theta(x)]` _so_',
    ],
  ])('%s', (markdown, text) => expect(shown(markdown)).toBe(text));
});

it('mends a formula in which Markdown saw emphasis', () =>
  expect(shown('$a*b$ and $c*d_k$ are *real*')).toBe('a*b and c*dₖ are _real_'));

describe('what only looks like a formula', () => {
  it.each([
    '$5 and $10',
    'from $5-$10, or $1,000 (=$2,000)',
    '$2k/month, not $3k',
    'US$5/A$7',
    '$HOME/bin:$PATH',
    'a $ b $ c',
  ])('%s', (text) => expect(shown(text)).toBe(text));
  it('leaves escaped dollars and brackets alone', () =>
    expect(shown('\\$x$ \\[sic\\] \\(see above\\)')).toBe('$x$ [sic] (see above)'));
  it('leaves code alone', () => expect(shown('`$x^2$`')).toBe('`$x^2$`'));
});
