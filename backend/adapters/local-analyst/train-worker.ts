import { parentPort, workerData } from 'node:worker_threads';
import type { CategoryChoice } from '../../domain/triage/analysis.ts';
import { learnFrom, measureLearning, startFrom } from '../../domain/triage/own-category-model.ts';
import type { Taught } from '../../ports/category-learning.ts';
import { writeLearned } from './learned-file.ts';
import { observe } from './observe.ts';
import { shippedWeights } from './weights-file.ts';

/** A thread of its own: learns what it was started with, answers once and ends. */
const { taught, categories } = workerData as { taught: Taught[]; categories: CategoryChoice[] };
const { category: shipped } = shippedWeights();
const start = startFrom(shipped, categories);
const corrections = taught.map((one) => ({ features: observe(one).features, category: one.category }));
const figures = measureLearning(shipped, start, corrections);
const bytes = writeLearned(learnFrom(start, corrections));
parentPort?.postMessage({ bytes, figures });
